using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using WaSaas.Application.Tenants;

namespace WaSaas.WebUI.Localisation;

/// <summary>The countries of the sign-up form, by name in the visitor's language.</summary>
public static class Countries
{
    public static IEnumerable<SelectListItem> Items() => CountryDefaults.Countries
        .Select(code => new SelectListItem(NameOf(code), code))
        .OrderBy(item => item.Text, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true));

    private static string NameOf(string code) => new RegionInfo(code).DisplayName;
}
