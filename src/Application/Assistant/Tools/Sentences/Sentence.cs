using System.Globalization;

namespace WaSaas.Application.Assistant.Tools.Sentences;

/// <summary>One fact in both languages. Amounts come with their own no-break spaces.</summary>
internal sealed record Sentence(string French, string English)
{
    public string In(string language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, language == "en" ? English : French, values);
}
