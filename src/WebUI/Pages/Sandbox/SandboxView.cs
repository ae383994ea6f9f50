using WaSaas.Domain.Common;
using WaSaas.WebUI.Sandbox;

namespace WaSaas.WebUI.Pages.Sandbox;

/// <summary>Both sides of the pretend network, as this shop sees them.</summary>
/// <param name="Number">The vendor's number.</param>
/// <param name="Phone">Her phone; null while it does not exist.</param>
/// <param name="HasQr">Connect shows a QR code now.</param>
/// <param name="IsLinked">The shop is linked to that phone.</param>
/// <param name="Customers">Customers with their chats.</param>
public sealed record SandboxView(string Number, SandboxPhone? Phone, bool HasQr, bool IsLinked, IReadOnlyList<SandboxCustomerView> Customers)
{
    /// <summary>Each shop gets a phone of its own, the same one every time.</summary>
    public static string NumberOf(TenantId shop) =>
        "+22890" + (BitConverter.ToUInt32(shop.Value.ToByteArray(), 12) % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
}

public sealed record SandboxCustomerView(SandboxCustomer Customer, SandboxChat Chat)
{
    /// <summary>Usable in an element's id.</summary>
    public string Key => Customer.Number.TrimStart('+');
}
