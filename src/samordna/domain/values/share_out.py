"""How is an amount shared out so that the parts always add up to it?"""

from collections.abc import Sequence

from samordna.domain.values.money import Ore


def shared_out(amount: Ore, weights: Sequence[int]) -> tuple[Ore, ...]:
    """Return the parts of ``amount`` in proportion to ``weights``, in whole öre, adding up to exactly ``amount``.

    What is left when every part has been cut down goes, an öre each, to the largest remainders, the first of equals.
    A negative amount is shared out as the positive one, with the other sign. Raises ``ValueError`` when the weights
    add up to nothing.
    """
    whole = sum(weights)
    if whole == 0:
        raise ValueError(weights)
    if amount < 0:
        return tuple(-part for part in shared_out(-amount, weights))
    cut = [divmod(amount * weight, whole) for weight in weights]
    parts = [part for part, _ in cut]
    shares = [rest if whole > 0 else -rest for _, rest in cut]
    largest = sorted(range(len(cut)), key=lambda index: (-shares[index], index))
    for index in largest[: amount - sum(parts)]:
        parts[index] += 1
    return tuple(parts)
