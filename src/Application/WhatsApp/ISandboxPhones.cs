using WaSaas.Domain.Common;

namespace WaSaas.Application.WhatsApp;

/// <summary>
/// The handsets of the pretend WhatsApp, as people hold them. Numbers are E.164 with plus sign. Refusals are
/// <see cref="SandboxErrors"/>; source of the contract: the README of the sandbox.
/// </summary>
public interface ISandboxPhones
{
    /// <summary>Every vendor's phone, with the devices linked to it.</summary>
    Task<Result<IReadOnlyList<SandboxPhone>>> PhonesAsync(CancellationToken ct);

    Task<Result<IReadOnlyList<SandboxCustomer>>> CustomersAsync(CancellationToken ct);

    /// <summary>What one handset shows of its chat with another number, oldest first.</summary>
    Task<Result<SandboxChat>> ChatAsync(SandboxHandset handset, string with, CancellationToken ct);

    /// <summary>Creates a vendor's phone; one with that number stays as it is.</summary>
    Task<Result> AddPhoneAsync(string number, string name, CancellationToken ct);

    /// <summary>Creates a customer; one with that number stays as it is.</summary>
    Task<Result> AddCustomerAsync(string number, string name, CancellationToken ct);

    /// <summary>The phone scans a QR text, and a device is linked.</summary>
    Task<Result> ScanAsync(string phone, string qr, CancellationToken ct);

    /// <summary>A pairing code is typed on the phone, and a device is linked.</summary>
    Task<Result> EnterCodeAsync(string phone, string code, CancellationToken ct);

    /// <summary>The phone removes one linked device.</summary>
    Task<Result> UnlinkAsync(string phone, int device, CancellationToken ct);

    /// <summary>Somebody writes by hand.</summary>
    Task<Result> SendAsync(SandboxHandset from, string to, string text, CancellationToken ct);

    /// <summary>The customer opens the chat: read receipts go out.</summary>
    Task<Result> ReadAsync(string customer, string with, CancellationToken ct);

    /// <summary>The other side sees that the customer is writing.</summary>
    Task<Result> TypeAsync(string customer, string to, CancellationToken ct);
}

public enum SandboxSide
{
    Vendor = 1,
    Customer = 2,
}

public sealed record SandboxHandset(SandboxSide Side, string Number);

public sealed record SandboxPhone(string Number, string? Name, IReadOnlyList<SandboxDevice> Devices);

public sealed record SandboxDevice(int Id, string Platform, bool Connected, DateTimeOffset LinkedAt);

public sealed record SandboxCustomer(string Number, string? Name);

/// <param name="Messages">Oldest first.</param>
/// <param name="Typing">The other side is writing.</param>
public sealed record SandboxChat(IReadOnlyList<SandboxMessage> Messages, bool Typing)
{
    public static readonly SandboxChat Empty = new([], false);
}

/// <summary>How far a message got, in order.</summary>
public enum SandboxStatus
{
    Sent = 0,
    Server = 1,
    Delivered = 2,
    Read = 3,
    Played = 4,
}

/// <param name="Id">WhatsApp's message id.</param>
/// <param name="Outgoing">Written by whoever holds the handset (or by a device linked to it).</param>
/// <param name="Kind">text, image, audio, location and so on.</param>
/// <param name="Text">Null for kinds without words.</param>
/// <param name="At">When the handset logged it.</param>
/// <param name="Status">How far it got.</param>
public sealed record SandboxMessage(string Id, bool Outgoing, string Kind, string? Text, DateTimeOffset At, SandboxStatus Status);

public static class SandboxErrors
{
    public static readonly Error Down = new("sandbox_down", "The sandbox network does not answer.");

    public static readonly Error ExpiredCode = new("sandbox_expired_code", "No connection waits with this code any more.");

    public static readonly Error WrongCode = new("sandbox_wrong_code", "No connection waits for this code.");

    public static readonly Error NoCode = new("sandbox_no_code", "The shop shows no code to scan now.");

    public static readonly Error UnknownNumber = new("sandbox_unknown_number", "Nobody has this number in the sandbox.");

    public static readonly Error NumberTaken = new("sandbox_number_taken", "This number belongs to somebody else in the sandbox.");

    public static readonly Error InvalidNumber = new("sandbox_invalid_number", "A number has 6 to 15 digits, with its country code.");

    public static readonly Error EmptyText = new("sandbox_empty_text", "A message has 1 to 4000 characters.");

    /// <summary>A refusal that has no sentence of its own.</summary>
    public static Error Refused(string code) => new("sandbox_refused", $"The sandbox refused: {code}.", code);
}
