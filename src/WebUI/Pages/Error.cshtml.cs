using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages;

/// <summary>What went wrong in plain words, and a number that finds it in the log; never a stack, a path or a version.</summary>
[Access(Access.Public)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(Says says) : PageModel
{
    public int Code { get; private set; }

    public string Correlation { get; } = Activity.Current?.TraceId.ToString() ?? "";

    public string Heading => says.Find($"Error.{Code}") ?? says[IsOurs ? "Error.500" : "Error.400"];

    public string Text => says.Find($"Error.{Code}Text") ?? says[IsOurs ? "Error.500Text" : "Error.400Text"];

    /// <summary>The person did nothing wrong.</summary>
    public bool IsOurs => Code >= StatusCodes.Status500InternalServerError;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
    }
}
