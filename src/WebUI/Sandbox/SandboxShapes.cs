namespace WaSaas.WebUI.Sandbox;

/// <summary>A vendor's phone in the pretend network. Numbers have their plus sign.</summary>
public sealed record SandboxPhone(string Number, string Name, IReadOnlyList<SandboxDevice> Devices);

public sealed record SandboxDevice(bool Connected);

public sealed record SandboxCustomer(string Number, string Name);

/// <summary>A message as a phone shows it.</summary>
/// <param name="Id">WhatsApp's id.</param>
/// <param name="Direction">in or out, seen from that phone.</param>
/// <param name="Kind">text, image, …</param>
/// <param name="Text">What it says.</param>
/// <param name="Status">sent, server, delivered, read or played.</param>
public sealed record SandboxMessage(string Id, string Direction, string Kind, string? Text, string? Status)
{
    public bool IsOut => Direction == "out";
}

public sealed record SandboxChat(IReadOnlyList<SandboxMessage> Messages, bool Typing);
