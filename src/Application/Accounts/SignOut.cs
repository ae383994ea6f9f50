using MediatR;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Ends the sign-in of this browser on the server; a copied cookie is dead with it.</summary>
public sealed record SignOut : IRequest<Result>;

internal sealed class SignOutHandler(IBrowserSession browser) : IRequestHandler<SignOut, Result>
{
    public async Task<Result> Handle(SignOut request, CancellationToken cancellationToken)
    {
        await browser.EndAsync(cancellationToken);
        return Result.Ok;
    }
}
