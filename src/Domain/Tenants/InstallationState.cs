namespace WaSaas.Domain.Tenants;

/// <summary>What holds for all shops together. One row; it belongs to nobody.</summary>
public sealed class InstallationState
{
    /// <summary>There is one.</summary>
    public const int OnlyId = 1;

    private InstallationState()
    {
    }

    public int Id { get; private set; } = OnlyId;

    /// <summary>Since when no assistant of any shop answers; null = they answer.</summary>
    public DateTimeOffset? AssistantsStoppedAt { get; private set; }

    public static InstallationState Create() => new();

    /// <summary>The emergency stop of those who run the installation.</summary>
    public void StopAssistants(DateTimeOffset at) => AssistantsStoppedAt ??= at;

    public void StartAssistants() => AssistantsStoppedAt = null;
}
