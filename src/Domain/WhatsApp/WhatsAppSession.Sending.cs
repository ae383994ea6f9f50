using WaSaas.Domain.Common;

namespace WaSaas.Domain.WhatsApp;

/// <summary>What may leave over the number, so that WhatsApp has no reason to limit it.</summary>
public sealed partial class WhatsAppSession
{
    /// <summary>When this number was linked here for the first time; a new number starts gently.</summary>
    public DateTimeOffset? LinkedAt { get; private set; }

    /// <summary>WhatsApp gave a sign of restriction: nothing leaves until then.</summary>
    public DateTimeOffset? SendingHeldUntil { get; private set; }

    /// <summary>The day (UTC) that <see cref="SentCount"/> counts.</summary>
    public DateOnly? SentOn { get; private set; }

    public int SentCount { get; private set; }

    /// <returns>Why nothing may leave now, and until when; null when the next message may.</returns>
    public SendingHold? HoldOf(SendingLimits limits, DateTimeOffset now)
    {
        if (SendingHeldUntil > now)
        {
            return new SendingHold(SendingHold.Paused, SendingHeldUntil.Value);
        }

        var sent = SentOn == DayOf(now) ? SentCount : 0;
        return sent < limits.MessagesOn(LinkedAt, now) ? null : new SendingHold(SendingHold.DailyLimit, NextDay(now));
    }

    public void CountSent(DateTimeOffset at) => (SentOn, SentCount) = (DayOf(at), SentOn == DayOf(at) ? SentCount + 1 : 1);

    /// <summary>The first sign of restriction stops everything: each further message would make it worse.</summary>
    public void HoldSending(DateTimeOffset until, DateTimeOffset at)
    {
        SendingHeldUntil = SendingHeldUntil > until ? SendingHeldUntil : until;
        LastError = HeldAt(at) ?? LastError;
        Raise(new SessionChanged(TenantId, Id, State));
    }

    /// <summary>The vendor takes the risk, or WhatsApp has lifted the limit.</summary>
    /// <returns>Whether anything was held.</returns>
    public bool ReleaseSending(DateTimeOffset at)
    {
        if (HeldAt(at) is null)
        {
            return false;
        }

        (SendingHeldUntil, LastError) = (null, LastError == SessionTroubles.SendingPaused ? null : LastError);
        Raise(new SessionChanged(TenantId, Id, State));
        return true;
    }

    /// <summary>A pause that is over is no trouble any more.</summary>
    public SessionError? TroubleAt(DateTimeOffset now) => LastError == SessionTroubles.SendingPaused ? HeldAt(now) : LastError;

    private SessionError? HeldAt(DateTimeOffset now) => SendingHeldUntil > now ? SessionTroubles.SendingPaused : null;

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static DateTimeOffset NextDay(DateTimeOffset at) => new(at.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}

/// <summary>Why a message stays in the outbox, and until when.</summary>
public sealed record SendingHold(string Code, DateTimeOffset Until)
{
    public const string Paused = "sending_paused";
    public const string DailyLimit = "daily_limit";

    public static bool IsHold(string? code) => code is Paused or DailyLimit;
}

/// <summary>How much may leave over one number.</summary>
/// <param name="PerDay">Messages a day (UTC).</param>
/// <param name="OnFirstDay">Messages on the day a number is linked; twice as many on each day after it.</param>
public sealed record SendingLimits(int PerDay, int OnFirstDay)
{
    private const int LongestStart = 20;

    public int MessagesOn(DateTimeOffset? linkedAt, DateTimeOffset now)
    {
        var days = linkedAt is { } first ? (int)Math.Clamp((now - first).TotalDays, 0, LongestStart) : LongestStart;
        return (int)Math.Min(PerDay, (long)OnFirstDay << days);
    }
}
