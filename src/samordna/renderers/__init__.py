"""The writers: a document goes in, HTML, PDF, DOCX, XLSX, JSON or text comes out. They know nothing of its subject."""
