using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>Who is signed in, other shops of the same person, language, and the way out.</summary>
[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator, Frame frame, LanguageCookie cookie) : ProfilePage(frame)
{
    public Me Me { get; private set; } = null!;

    /// <summary>Not called Input: the window opens over pages that have fields of those names.</summary>
    [BindProperty]
    public Details Own { get; set; } = new();

    public IEnumerable<SelectListItem> LanguagesOffered => [new(Say["Settings.french"], Languages.French), new(Say["Settings.english"], Languages.English)];

    public override string Tab => "Person";

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Me = (await mediator.Send(new GetMe(), ct))!;
        Own = Own.Language is null ? new Details { Name = Me.Person.Name, Language = Languages.Current } : Own;
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct)
    {
        var language = Languages.Of(Own.Language);
        var result = await mediator.Send(new EditPerson(Own.Name, language), ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, "Own.Name", ct);
        }

        cookie.Write(HttpContext, language);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Notice = Say["Account.saved"];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostShopAsync(Guid shop, CancellationToken ct)
    {
        var result = await mediator.Send(new ChooseShop(new TenantId(shop)), ct);
        return result.IsOk ? RedirectToPage("/Index") : await RefuseAsync(result.Error!, null, ct);
    }

    public async Task<IActionResult> OnPostConfirmationAsync(CancellationToken ct)
    {
        await mediator.Send(new RequestEmailConfirmation(), ct);
        Notice = Say["Account.confirmationSent"];
        return RedirectToPage();
    }

    public sealed class Details
    {
        public string? Name { get; set; }

        public string? Language { get; set; }
    }
}
