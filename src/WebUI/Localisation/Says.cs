using Microsoft.Extensions.Localization;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Resources;

namespace WaSaas.WebUI.Localisation;

/// <summary>Sentences for screens in the visitor's language.</summary>
public sealed class Says(IStringLocalizer<Texts> texts)
{
    public string this[string key] => texts[key];

    public string this[string key, params object[] values] => string.Format(System.Globalization.CultureInfo.CurrentCulture, texts[key].Value, values);

    /// <summary>The refusal as a sentence. An error without a sentence of its own is shown by its English message rather than not at all.</summary>
    public string Of(Error error)
    {
        var sentence = texts["Error." + error.Code];
        return sentence.ResourceNotFound ? error.Message : this["Error." + error.Code, error.Values];
    }

    /// <summary>The sentence, or null when there is none under this key.</summary>
    public string? Find(string key) => texts[key] is { ResourceNotFound: false } found ? found.Value : null;
}
