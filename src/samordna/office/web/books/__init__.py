"""How are ledgers handed in, and read down to the voucher?"""
