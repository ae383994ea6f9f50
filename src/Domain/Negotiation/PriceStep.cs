using WaSaas.Domain.Common;

namespace WaSaas.Domain.Negotiation;

/// <summary>
/// The step that prices of this size move by when the vendor chose none: 1, 2.5 or 5 times a power of ten, a fortieth of
/// the price at most. 15 000 F moves by 250, 4 000 F by 100, 24,90 EUR by 0,50.
/// </summary>
public static class PriceStep
{
    // Smaller coins are hardly about: 25 F, 5 cents.
    private const long SmallestWhole = 25;
    private const long SmallestDivided = 5;
    private const long Share = 40;

    public static long Natural(long listPrice, Currency currency)
    {
        var step = currency.Exponent == 0 ? SmallestWhole : SmallestDivided;
        for (var power = 10L; power <= listPrice / Share; power *= 10)
        {
            foreach (var nice in new[] { power, power * 5 / 2, power * 5 })
            {
                step = nice <= listPrice / Share ? Math.Max(step, nice) : step;
            }
        }

        return step;
    }
}
