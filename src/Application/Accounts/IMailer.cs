namespace WaSaas.Application.Accounts;

/// <summary>Plain text.</summary>
public sealed record Mail(string To, string Subject, string Body);

/// <summary>
/// Sends mail later, in the background: who waits for the answer of a form must not learn from the time it takes whether an
/// address is known. Lost when the process dies before it went out; every mail of ours can be asked for again.
/// </summary>
public interface IMailer
{
    void Send(Mail mail);
}

/// <summary>What left in Development instead of a mail; empty where real mail is sent.</summary>
public interface IMailOutbox
{
    bool IsActive { get; }

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<OutboxMail>> LatestAsync(int limit, CancellationToken ct);
}

public sealed record OutboxMail(DateTimeOffset At, string To, string Subject, string Body);
