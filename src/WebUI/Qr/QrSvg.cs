using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace WaSaas.WebUI.Qr;

/// <summary>Draws a QR code as one SVG path; no script, no picture to fetch, nothing of the code leaves the page.</summary>
public static class QrSvg
{
    public static IHtmlContent Draw(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
        var size = data.ModuleMatrix.Count;
        var svg = new HtmlContentBuilder();
        svg.AppendHtml(string.Create(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {size} {size}\" width=\"272\" height=\"272\" role=\"img\" shape-rendering=\"crispEdges\" aria-label=\""));
        svg.Append(label);
        svg.AppendHtml("\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#211c20\" d=\"");
        svg.AppendHtml(Path(data.ModuleMatrix));
        svg.AppendHtml("\"/></svg>");
        return svg;
    }

    /// <summary>One horizontal bar per run of dark modules. The matrix has its quiet zone already.</summary>
    private static string Path(List<System.Collections.BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var start = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return path.ToString();
    }
}
