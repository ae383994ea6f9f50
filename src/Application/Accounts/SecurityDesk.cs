using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>
/// What every change of how somebody signs in has in common: she proved a moment ago who she is, all other sign-ins end, and
/// a mail tells her.
/// </summary>
internal sealed class SecurityDesk(ICurrentUser user, IAccounts accounts, IBrowserSession browser, IUnitOfWork unitOfWork, IMailer mailer)
{
    /// <summary>The signed-in person, when she may change such things now.</summary>
    public async Task<Result<Person>> PersonAsync(CancellationToken ct) =>
        user.Id is not { } id || await accounts.FindAsync(id, ct) is not { } person ? Error.NotFound
        : browser.IsFresh ? person
        : AccountErrors.SignInStale;

    public async Task<Result> ChangeAsync(Person person, SecurityChange change, Func<CancellationToken, Task<Result>> work, CancellationToken ct)
    {
        var result = await unitOfWork.RunAsync(
            async token =>
            {
                var done = await work(token);
                if (done.IsOk)
                {
                    await browser.EndOthersAsync(person.Id, token);
                }

                return done;
            },
            r => r.IsOk,
            ct);
        if (result.IsOk)
        {
            mailer.Send(SecurityMails.Of(change, person));
        }

        return result;
    }
}
