namespace WaSaas.Application.Subscriptions;

/// <summary>The pages of the pretended provider: what a vendor does there. Trials only; see <see cref="BillingProvider.Simulated"/>.</summary>
public interface IPretendedBilling
{
    /// <summary>The card of the shop, also for what recurs; a card that fails makes the next payment fail.</summary>
    Task<bool> DoesCardWorkAsync(CancellationToken ct);

    Task ChooseCardAsync(bool works, CancellationToken ct);

    /// <returns>Whether it went through; a page that is not open any more is refused.</returns>
    Task<bool> PayAsync(string checkoutId, bool cardWorks, CancellationToken ct);
}
