using WaSaas.Application.WhatsApp;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Sandbox;

/// <param name="Chat">What the handset shows.</param>
/// <param name="Zone">IANA id.</param>
/// <param name="Id">Of the element.</param>
/// <param name="Label">For assistive technology.</param>
/// <param name="Empty">What to say when nothing was written.</param>
public sealed record SandboxThread(SandboxChat Chat, string Zone, string Id, string Label, string Empty)
{
    public static SandboxThread OfVendor(SandboxView view, Says say) =>
        new(view.VendorChat, view.Zone, "vendor-thread", say["Sandbox.vendorThread", NameOf(view.Customer)], say["Sandbox.vendorEmpty"]);

    public static SandboxThread OfCustomer(SandboxView view, Says say) =>
        new(view.CustomerChat, view.Zone, "customer-thread", say["Sandbox.customerThread", NameOf(view.Customer)], say["Sandbox.customerEmpty"]);

    /// <summary>As on WhatsApp: a clock, one tick at the server, two at the other side.</summary>
    public static string TickOf(SandboxStatus status) => status switch
    {
        SandboxStatus.Sent => "clock",
        SandboxStatus.Server => "check",
        _ => "check-check",
    };

    private static string NameOf(SandboxCustomer? customer) => customer?.Name ?? customer?.Number ?? "";
}

/// <summary>Where somebody writes by hand.</summary>
/// <param name="View">Both sides.</param>
/// <param name="Handler">Of the page.</param>
public sealed record SandboxComposer(SandboxView View, string Handler)
{
    public bool IsCustomers => Handler == "CustomerSays";

    public string Label(Says say) => Say(say, IsCustomers ? "Sandbox.writeAsCustomer" : "Sandbox.writeByHand");

    public string Placeholder(Says say) => Say(say, IsCustomers ? "Sandbox.writeAsCustomer" : "Sandbox.reply");

    private string Say(Says say, string key) => say[key, View.Customer?.Name ?? View.Customer?.Number ?? ""];
}
