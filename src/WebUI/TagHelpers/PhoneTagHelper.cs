using Microsoft.AspNetCore.Razor.TagHelpers;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.TagHelpers;

/// <summary><c>&lt;phone value="+22890123412" masked /&gt;</c>: grouped; in lists the middle is hidden.</summary>
[HtmlTargetElement("phone", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PhoneTagHelper : TagHelper
{
    public string? Value { get; set; }

    public bool Masked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Value))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "num");
        output.Content.SetContent(PhoneText.Of(Value, Masked));
    }
}
