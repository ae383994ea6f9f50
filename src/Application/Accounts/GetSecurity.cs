using WaSaas.Application.Common;

namespace WaSaas.Application.Accounts;

/// <summary>How the signed-in person signs in, and where she is signed in; null for machines.</summary>
public sealed record GetSecurity : IQuery<SecurityView?>;

/// <param name="Person">Who.</param>
/// <param name="Factors">What she can prove.</param>
/// <param name="Passkeys">The oldest first.</param>
/// <param name="Places">The latest seen first.</param>
public sealed record SecurityView(Person Person, Factors Factors, IReadOnlyList<PasskeyRow> Passkeys, IReadOnlyList<SignInPlace> Places);

internal sealed class GetSecurityHandler(ICurrentUser user, IAccounts accounts, ISecondFactor factors, IPasskeys passkeys, IBrowserSession browser)
    : IQueryHandler<GetSecurity, SecurityView?>
{
    public async Task<SecurityView?> Handle(GetSecurity query, CancellationToken cancellationToken)
    {
        if (user.Id is not { } id || await accounts.FindAsync(id, cancellationToken) is not { } person)
        {
            return null;
        }

        return new SecurityView(
            person,
            await factors.OfAsync(id, cancellationToken),
            await passkeys.OfAsync(id, cancellationToken),
            await browser.PlacesAsync(id, cancellationToken));
    }
}
