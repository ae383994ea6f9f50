using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tenants;

/// <summary>The one visible switch: the assistant answers, or keeps every message and answers none.</summary>
public sealed record SwitchAssistant(bool Active) : ICommand<Result>;

internal sealed class SwitchAssistantHandler(IAppDbContext db) : ICommandHandler<SwitchAssistant, Result>
{
    public async Task<Result> Handle(SwitchAssistant command, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.SingleAsync(cancellationToken);
        if (command.Active)
        {
            shop.ResumeAssistant();
        }
        else
        {
            shop.PauseAssistant();
        }

        return Result.Ok;
    }
}
