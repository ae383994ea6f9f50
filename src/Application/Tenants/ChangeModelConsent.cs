using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tenants;

/// <summary>The shop lets its customers' words go to an outside model, or takes that back. Without it the embedded assistant answers.</summary>
public sealed record ChangeModelConsent(bool Given) : ICommand<Result>, IOwnersOnly;

internal sealed class ChangeModelConsentHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<ChangeModelConsent, Result>
{
    public async Task<Result> Handle(ChangeModelConsent command, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.SingleAsync(cancellationToken);
        shop.AnswerModelConsent(command.Given, clock.GetUtcNow());
        return Result.Ok;
    }
}
