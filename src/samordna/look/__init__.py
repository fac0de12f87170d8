"""The look that every site shares: base templates, components, style sheets, small scripts, the style page."""
