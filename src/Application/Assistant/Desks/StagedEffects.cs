using WaSaas.Application.Common;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>What an answer changes beside being said.</summary>
public interface IStagedEffects
{
    /// <summary>Adds everything to the caller's transaction.</summary>
    /// <returns>False when something moved since it was read: nothing may be saved, the turn is planned anew.</returns>
    Task<bool> StoreAsync(IAppDbContext db, CancellationToken ct);
}

internal sealed class NoEffects : IStagedEffects
{
    public static readonly NoEffects Instance = new();

    public Task<bool> StoreAsync(IAppDbContext db, CancellationToken ct) => Task.FromResult(true);
}
