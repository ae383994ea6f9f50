using WaSaas.Application.Common;

namespace WaSaas.Application.Accounts;

/// <summary>What the person who gave her password can prove next; null when nobody is awaited in this browser.</summary>
public sealed record GetSecondStep : IQuery<Factors?>;

internal sealed class GetSecondStepHandler(IBrowserSession browser, ISecondFactor factors) : IQueryHandler<GetSecondStep, Factors?>
{
    public async Task<Factors?> Handle(GetSecondStep query, CancellationToken cancellationToken) =>
        await browser.AwaitedAsync(cancellationToken) is { } id ? await factors.OfAsync(id, cancellationToken) : null;
}
