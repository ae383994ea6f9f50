using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WaSaas.WebUI.TagHelpers;

/// <summary>A picture of the sprite; decorative, so whoever needs words writes them beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public const string Sprite = "/img/icons.svg";

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("i", System.Text.Encodings.Web.HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(Use(Name));
    }

    internal static Microsoft.AspNetCore.Html.IHtmlContent Use(string name)
    {
        var use = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder("use");
        use.Attributes["href"] = $"{Sprite}#{name}";
        return use;
    }
}
