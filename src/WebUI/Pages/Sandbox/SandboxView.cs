using WaSaas.Application.WhatsApp;

namespace WaSaas.WebUI.Pages.Sandbox;

/// <summary>What a newcomer should do next.</summary>
public enum SandboxStep
{
    CreatePhone = 1,
    ShowCode = 2,
    Scan = 3,
    AddCustomer = 4,
    Write = 5,
    Play = 6,
}

/// <summary>Both sides of the pretend network: the vendor's phone and one customer's.</summary>
public sealed record SandboxView(WhatsAppStatus Status, string Zone, string Shop)
{
    private const string VendorBlock = "+2289000";
    private const string CustomerBlock = "+2289100";

    private static readonly string[] Names = ["Kossi", "Akouvi", "Kodjo", "Essi", "Yao", "Abla"];

    public bool IsDown { get; init; }

    /// <summary>A refusal of the last wish, as a sentence.</summary>
    public string? Refused { get; init; }

    /// <summary>Which form was refused, and what was typed in it.</summary>
    public (string Form, string? Text) Refusal { get; init; } = ("", null);

    public IReadOnlyList<SandboxPhone> Phones { get; init; } = [];

    public SandboxPhone? Phone { get; init; }

    public IReadOnlyList<SandboxCustomer> Customers { get; init; } = [];

    public SandboxCustomer? Customer { get; init; }

    public SandboxChat VendorChat { get; init; } = SandboxChat.Empty;

    public SandboxChat CustomerChat { get; init; } = SandboxChat.Empty;

    public string? TypedIn(string form) => Refusal.Form == form ? Refusal.Text : null;

    public string NextPhone => SandboxNumber.Next(VendorBlock, Taken);

    public string NextCustomer => SandboxNumber.Next(CustomerBlock, Taken);

    public string NextName => Names[Customers.Count % Names.Length];

    /// <summary>The shop of this page is linked to the phone of this page.</summary>
    public bool IsLinkedHere => Status.State == "connected" && Phone is not null && Status.Number == Phone.Number;

    public bool HasCode => Status.Qr is not null || Status.PairingCode is not null;

    public SandboxStep Step => (Phone, Customer) switch
    {
        (null, _) => SandboxStep.CreatePhone,
        _ when !IsLinkedHere && HasCode => SandboxStep.Scan,
        _ when !IsLinkedHere => SandboxStep.ShowCode,
        (_, null) => SandboxStep.AddCustomer,
        _ => CustomerChat.Messages.Count == 0 ? SandboxStep.Write : SandboxStep.Play,
    };

    private IEnumerable<string> Taken => Phones.Select(p => p.Number).Concat(Customers.Select(c => c.Number));
}
