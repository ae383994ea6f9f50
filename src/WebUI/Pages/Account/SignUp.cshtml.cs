using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Accounts;
using WaSaas.Application.Tenants;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

[Access(Access.Public)]
public sealed class SignUpModel(IMediator mediator) : AppPage
{
    [BindProperty]
    public NewShop Input { get; set; } = new();

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? RedirectToPage("/Index") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var command = new SignUp(Input.ShopName ?? "", Input.Email ?? "", Input.Password ?? "", Languages.Current, Input.Country);
        var result = await mediator.Send(command, ct);
        return result.Error is { } error
            ? await RefuseAsync(error, FieldOf(error.Code), ct)
            : RedirectToPage("/Connect/Index");
    }

    private static string? FieldOf(string code) => code switch
    {
        "shop_name_length" => "Input.ShopName",
        "email_invalid" or "email_taken" => "Input.Email",
        "password_length" or "password_guessable" => "Input.Password",
        "country_unknown" or "currency_unknown" => "Input.Country",
        _ => null,
    };

    /// <summary>What the form asks; everything else follows from the country and can be changed later.</summary>
    public sealed class NewShop
    {
        public string? ShopName { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }

        public string? Country { get; set; } = CountryDefaults.Usual;
    }
}
