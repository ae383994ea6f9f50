using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WaSaas.WebUI.TagHelpers;

/// <summary>Words in a drawing. Razor keeps the element's own name for itself.</summary>
[HtmlTargetElement("svg-text")]
public sealed class SvgTextTagHelper : TagHelper
{
    public bool Now { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "text";
        output.Attributes.SetAttribute("text-anchor", "middle");
        if (Now)
        {
            output.Attributes.SetAttribute("class", "now");
        }
    }
}
