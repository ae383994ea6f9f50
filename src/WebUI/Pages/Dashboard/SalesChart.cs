using System.Globalization;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Dashboard;

/// <summary>Seven bars as numbers of an SVG: sizes are attributes, because the policy allows no inline style.</summary>
public sealed class SalesChart(IReadOnlyList<DaySales> days)
{
    private const double Width = 26;
    private const double Step = 48.6;
    private const double Floor = 120;
    private const double Highest = 92;

    public IReadOnlyList<SalesBar> Bars { get; } = [.. days.Select((day, index) => Bar(day, index, Math.Max(1, days.Max(d => d.Amount.Minor)), index == days.Count - 1))];

    public bool IsEmpty => days.All(day => day.Amount.Minor == 0);

    private static SalesBar Bar(DaySales day, int index, long most, bool isToday)
    {
        var height = Highest * day.Amount.Minor / most;
        var x = index * Step;
        return new SalesBar(
            Text(x), Text(Floor - height), Text(Width), Text(height), Text(x + (Width / 2)), Text(Floor - height - 6),
            day.Day.ToString("ddd", CultureInfo.GetCultureInfo(Languages.Current)),
            Rounded(day),
            MoneyText.Of(day.Amount, Languages.Current),
            isToday);
    }

    /// <summary>In thousands, as far as there is room; the table has the whole amount.</summary>
    private static string Rounded(DaySales day)
    {
        var major = day.Amount.Minor / Math.Pow(10, day.Amount.Currency.Exponent);
        return major switch
        {
            0 => "",
            < 1_000 => Math.Round(major).ToString(CultureInfo.InvariantCulture),
            _ => Math.Round(major / 1_000).ToString(CultureInfo.InvariantCulture) + "k",
        };
    }

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}

public sealed record SalesBar(string X, string Y, string Width, string Height, string Middle, string Above, string Day, string Rounded, string Amount, bool IsToday);
