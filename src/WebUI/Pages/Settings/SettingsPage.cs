using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>What the two forms have in common.</summary>
public abstract class SettingsPage(IMediator mediator) : AppPage
{
    public ShopSettings Settings { get; private set; } = null!;

    protected IMediator Mediator => mediator;

    public override async Task LoadAsync(CancellationToken ct) => Settings = await mediator.Send(new GetSettings(), ct);

    protected void Unreadable(string field) => ModelState.AddModelError("Input." + field, Say["Form.unreadableField"]);

    /// <summary>Back to the page with a word, or the form again.</summary>
    protected async Task<IActionResult> AnswerAsync(Result result, Func<string, string?> fieldOf, Action<int> seen, CancellationToken ct)
    {
        if (result.Error is not { } error)
        {
            Notice = Say["Settings.saved"];
            return RedirectToPage();
        }

        var answer = await RefuseAsync(error, fieldOf(error.Code), ct);
        if (error == Error.EditedElsewhere)
        {
            // She has read that somebody was faster: saving again is now meant.
            ModelState.Remove("Input.Version");
            seen(Settings.Version);
        }

        return answer;
    }
}
