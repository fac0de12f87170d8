"""What does every form that comes back in a workbook have: a file, a sheet, facts, headings and cells?"""
