using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>The two emergency stops, asked again at each step: before an answer is planned, stored, and sent.</summary>
public sealed class AssistantStops(IAppDbContext db)
{
    /// <summary>Nothing may reach this customer. The simulator reaches nobody: there a stopped assistant can be tried.</summary>
    public async Task<bool> SilenceAsync(Conversation conversation, CancellationToken ct) =>
        await EverywhereAsync(conversation, ct)
        || (conversation.Channel != Channel.Simulator && await db.Tenants.AnyAsync(t => t.Assistant.Paused, ct));

    /// <summary>By those who run the installation: what is owed stays owed until they lift it.</summary>
    public async Task<bool> EverywhereAsync(Conversation conversation, CancellationToken ct) =>
        conversation.Channel != Channel.Simulator && await db.InstallationStates.AnyAsync(i => i.AssistantsStoppedAt != null, ct);
}
