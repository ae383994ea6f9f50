using System.ComponentModel.DataAnnotations;

namespace WaSaas.Application.Retention;

/// <summary>Section <c>Retention</c>: how many days what nobody needs any more is kept.</summary>
public sealed class RetentionOptions
{
    /// <summary>Decrypted messages that are in their conversation; kept a while because WhatsApp may deliver them again.</summary>
    [Range(1, 3_650)]
    public int JournalDays { get; init; } = 14;

    /// <summary>What was sent, for phones that ask for it again.</summary>
    [Range(1, 3_650)]
    public int SentContentDays { get; init; } = 14;

    /// <summary>Conversations of the simulator, by their last activity.</summary>
    [Range(1, 3_650)]
    public int SimulatorDays { get; init; } = 30;

    /// <summary>Offers, delivery quotes and recaps that are over and led to nothing.</summary>
    [Range(1, 3_650)]
    public int ExpiredOfferDays { get; init; } = 30;

    /// <summary>Files that came with messages or were spoken; what was said stays. By plan, the smallest first.</summary>
    [Range(1, 3_650)]
    public int StarterMediaDays { get; init; } = 30;

    [Range(1, 3_650)]
    public int ProMediaDays { get; init; } = 180;

    [Range(1, 3_650)]
    public int BusinessMediaDays { get; init; } = 365;

    /// <summary>Jobs that are over.</summary>
    [Range(1, 3_650)]
    public int JobDays { get; init; } = 30;
}
