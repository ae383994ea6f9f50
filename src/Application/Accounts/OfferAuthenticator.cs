using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>A secret for the person's app. Nothing is stored until she brings a code of it.</summary>
public sealed record OfferAuthenticator : IQuery<Result<AuthenticatorOffer>>;

internal sealed class OfferAuthenticatorHandler(SecurityDesk desk, ISecondFactor factors) : IQueryHandler<OfferAuthenticator, Result<AuthenticatorOffer>>
{
    public async Task<Result<AuthenticatorOffer>> Handle(OfferAuthenticator query, CancellationToken cancellationToken)
    {
        var person = await desk.PersonAsync(cancellationToken);
        return person.Error is { } error ? error : factors.Offer(person.Value!);
    }
}
