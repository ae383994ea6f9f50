namespace WaSaas.Domain.Orders;

/// <summary>
/// What is paid in cash: rounded down to the shop's step, because coins are scarce, and in the customer's favour.
/// Mobile money stays exact.
/// </summary>
/// <param name="Collect">To be paid, in minor units.</param>
/// <param name="RoundedOff">What the shop gives away by that.</param>
public sealed record CashAmount(long Collect, long RoundedOff)
{
    public static CashAmount Of(long due, long step)
    {
        var rounded = step > 1 ? due / step * step : due;

        // A sum below one step would become a present.
        return rounded > 0 ? new CashAmount(rounded, due - rounded) : new CashAmount(due, 0);
    }

    /// <summary>The sentence that tells the customer; empty when nothing was rounded.</summary>
    public string Say(string language, Func<long, string> amount) => RoundedOff == 0 ? ""
        : language == "en" ? $"Rounded down in your favour for cash: {amount(Collect)} instead of {amount(Collect + RoundedOff)}."
        : $"Arrondi en votre faveur pour un paiement en espèces : {amount(Collect)} au lieu de {amount(Collect + RoundedOff)}.";
}
