using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.TagHelpers;

/// <summary>
/// <c>&lt;field for="Input.Name" /&gt;</c>: label, control, error and hint, tied together for assistive technology. Words come
/// from <c>Field.Name</c> and, when it exists, <c>Hint.Name</c>. What was typed is shown again after a refusal, except passwords.
/// Other attributes go to the control; <c>as="textarea"</c> or <c>items</c> change what it is.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(Says says) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Type { get; set; } = "text";

    public string As { get; set; } = "input";

    /// <summary>Key of the words when they differ from the property's name.</summary>
    public string? Words { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = TagBuilder.CreateSanitizedId(For.Name, "_");
        var name = Words ?? For.Name[(For.Name.LastIndexOf('.') + 1)..];
        var hint = says.Find("Hint." + name);
        var entry = ViewContext.ViewData.ModelState[For.Name];
        var error = entry?.Errors.FirstOrDefault()?.ErrorMessage;

        var control = Control(id, entry, output.Attributes);
        Describe(control, id, hint, error);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(Label(id, says["Field." + name])).AppendHtml(control);
        if (error is not null)
        {
            output.Content.AppendHtml(Error(id, error));
        }

        if (hint is not null)
        {
            output.Content.AppendHtml(Note("hint", id + "-h", hint));
        }
    }

    private TagBuilder Control(string id, ModelStateEntry? entry, TagHelperAttributeList others)
    {
        var value = entry?.AttemptedValue ?? Convert.ToString(For.Model, System.Globalization.CultureInfo.CurrentCulture) ?? "";
        var control = new TagBuilder(Items is null ? As : "select");
        if (Items is not null)
        {
            foreach (var item in Items)
            {
                control.InnerHtml.AppendHtml(Option(item, value));
            }
        }
        else if (As == "textarea")
        {
            control.InnerHtml.Append(value);
        }
        else
        {
            control.TagRenderMode = TagRenderMode.SelfClosing;
            control.Attributes["type"] = Type;
            if (Type != "password")
            {
                control.Attributes["value"] = value;
            }
        }

        foreach (var other in others)
        {
            control.Attributes[other.Name] = other.Value?.ToString() ?? "";
        }

        (control.Attributes["id"], control.Attributes["name"]) = (id, For.Name);
        return control;
    }

    private static void Describe(TagBuilder control, string id, string? hint, string? error)
    {
        var notes = string.Join(' ', new[] { error is null ? null : id + "-e", hint is null ? null : id + "-h" }.OfType<string>());
        if (notes.Length > 0)
        {
            control.Attributes["aria-describedby"] = notes;
        }

        if (error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }
    }

    private static TagBuilder Label(string id, string text)
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = id } };
        label.InnerHtml.Append(text);
        return label;
    }

    private static TagBuilder Option(SelectListItem item, string value)
    {
        var option = new TagBuilder("option") { Attributes = { ["value"] = item.Value } };
        if (item.Value == value)
        {
            option.Attributes["selected"] = "selected";
        }

        option.InnerHtml.Append(item.Text);
        return option;
    }

    private static TagBuilder Error(string id, string text)
    {
        var icon = new TagBuilder("svg") { Attributes = { ["class"] = "i", ["aria-hidden"] = "true" } };
        icon.InnerHtml.AppendHtml(IconTagHelper.Use("circle-alert"));
        var error = new TagBuilder("span") { Attributes = { ["class"] = "err", ["id"] = id + "-e" } };
        error.InnerHtml.AppendHtml(icon).Append(text);
        return error;
    }

    private static TagBuilder Note(string style, string id, string text)
    {
        var note = new TagBuilder("span") { Attributes = { ["class"] = style, ["id"] = id } };
        note.InnerHtml.Append(text);
        return note;
    }
}
