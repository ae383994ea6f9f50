using MediatR;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>The second step after the password: a code of the app, or a recovery code.</summary>
public sealed record EnterCode(string? Code) : IRequest<Result>;

/// <remarks>Not a command of the pipeline: a refused try must be counted.</remarks>
internal sealed class EnterCodeHandler(IAccounts accounts, ISecondFactor factors, IBrowserSession browser, Entrance entrance, IMailer mailer)
    : IRequestHandler<EnterCode, Result>
{
    public async Task<Result> Handle(EnterCode request, CancellationToken cancellationToken)
    {
        if (await browser.AwaitedAsync(cancellationToken) is not { } id || await accounts.FindAsync(id, cancellationToken) is not { } person)
        {
            return AccountErrors.SecondStepOver;
        }

        var verdict = await factors.TryAsync(id, request.Code, cancellationToken);
        if (verdict == CodeVerdict.Refused)
        {
            return AccountErrors.CodeRefused;
        }

        await entrance.LetInAsync(person, SignInMeans.SecondFactor, cancellationToken);
        if (verdict == CodeVerdict.Recovery)
        {
            mailer.Send(SecurityMails.Of(SecurityChange.RecoveryCodeUsed, person));
        }

        return Result.Ok;
    }
}
