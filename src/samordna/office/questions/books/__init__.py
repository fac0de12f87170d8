"""What do the ledgers say that were handed in and taken, down to the voucher?"""
