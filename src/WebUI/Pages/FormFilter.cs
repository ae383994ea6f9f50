using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace WaSaas.WebUI.Pages;

/// <summary>Input that cannot be read or that a validator refuses: the page again, with 422 and what was typed.</summary>
internal sealed class FormFilter : IAsyncPageFilter
{
    private const string InputPrefix = "Input.";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not AppPage page || HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            await next();
            return;
        }

        var ct = context.HttpContext.RequestAborted;
        if (!context.ModelState.IsValid)
        {
            context.Result = await page.AgainAsync(ct);
            return;
        }

        var executed = await next();
        if (executed.Exception is ValidationException refused)
        {
            executed.ExceptionHandled = true;
            Note(context.ModelState, refused);
            executed.Result = await page.AgainAsync(ct);
        }
    }

    private static void Note(ModelStateDictionary state, ValidationException refused)
    {
        foreach (var failure in refused.Errors)
        {
            var name = InputPrefix + failure.PropertyName[(failure.PropertyName.LastIndexOf('.') + 1)..];
            state.AddModelError(state.ContainsKey(name) ? name : "", failure.ErrorMessage);
        }
    }
}
