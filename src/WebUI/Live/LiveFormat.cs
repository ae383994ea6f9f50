using System.Text;
using System.Text.Encodings.Web;

namespace WaSaas.WebUI.Live;

/// <summary>The lines of a server-sent event, and the tag by which htmx finds the part to replace.</summary>
internal static class LiveFormat
{
    public static string Message(long id, string html)
    {
        var text = new StringBuilder().Append("id: ").Append(id).Append('\n');
        foreach (var line in html.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append("data: ").Append(line.TrimEnd('\r')).Append('\n');
        }

        return text.Append('\n').ToString();
    }

    public static string Part(LiveRegion region, string html) =>
        $"""<hx-partial hx-target="{HtmlEncoder.Default.Encode(region.Target)}" hx-swap="{region.Swap}">{html}</hx-partial>""" + "\n";
}
