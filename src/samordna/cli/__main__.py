"""How does another process start the command, whatever is on the path?"""

from samordna.cli.front import main

main()
