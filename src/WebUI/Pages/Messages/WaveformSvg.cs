using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace WaSaas.WebUI.Pages.Messages;

/// <summary>How loud a note is over its length, as bars.</summary>
public static class WaveformSvg
{
    private const int Height = 24;
    private const int Step = 3;

    /// <param name="waveform">Up to 64 values from 0 to 100, base64; what is no such thing draws nothing.</param>
    public static HtmlString Of(string? waveform)
    {
        var bars = new byte[64];
        if (waveform is null || !Convert.TryFromBase64String(waveform, bars, out var count) || count == 0)
        {
            return HtmlString.Empty;
        }

        var path = new StringBuilder();
        for (var bar = 0; bar < count; bar++)
        {
            var half = Math.Max(1, Math.Min((int)bars[bar], 100) * Height / 200);
            path.Append(CultureInfo.InvariantCulture, $"M{(bar * Step) + 1} {(Height / 2) - half}v{half * 2}");
        }

        var width = count * Step;
        return new HtmlString($"<svg class=\"wave\" viewBox=\"0 0 {width} {Height}\" width=\"{width}\" height=\"{Height}\" aria-hidden=\"true\"><path d=\"{path}\" stroke=\"currentColor\" stroke-width=\"2\"/></svg>");
    }
}
