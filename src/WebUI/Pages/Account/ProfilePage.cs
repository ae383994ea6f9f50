using Microsoft.AspNetCore.Mvc;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>A part of the account: a page of its own, and the same in the window that opens over other pages.</summary>
public abstract class ProfilePage(Frame frame) : AppPage
{
    public FrameView View { get; private set; } = null!;

    /// <summary>Name of the tab.</summary>
    public abstract string Tab { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return IsHtmx ? Partial("_ProfileDialog", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct) => View = (await frame.ViewAsync("account", ct))!;
}
