"""What do the files say that somebody keeps a register and a plan in?

Plain tables (CSV, UTF-8, semicolons, Swedish headings), one a subject; their names say what they are.
"""

from samordna.sources.plan_files.folder import PlanRead, read_plan

__all__ = ["PlanRead", "read_plan"]
