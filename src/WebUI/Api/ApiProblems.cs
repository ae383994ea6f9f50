using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;

namespace WaSaas.WebUI.Api;

/// <summary>Every failure under /api is a problem document, whoever caused it.</summary>
internal static class ApiProblems
{
    public static IApplicationBuilder UseApiProblems(this IApplicationBuilder app) => app.UseWhen(
        http => http.Request.Path.StartsWithSegments("/api"),
        api =>
        {
            api.UseStatusCodePages(context => Problems.Of(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = http => Explain(http.Features.Get<IExceptionHandlerFeature>()!.Error).ExecuteAsync(http),
                SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException or ValidationException,
            });
        });

    private static IResult Explain(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest, InnerException: JsonException { Path: { Length: > 0 } path } } =>
            Problems.Of(StatusCodes.Status400BadRequest, "bad_request", "A field of the request cannot be read.", path.TrimStart('$', '.')),
        BadHttpRequestException bad => Problems.Of(bad.StatusCode),
        ValidationException invalid => Problems.Of(
            StatusCodes.Status400BadRequest, "invalid", string.Join(" ", invalid.Errors.Select(e => e.ErrorMessage))),
        _ => Problems.Of(StatusCodes.Status500InternalServerError),
    };
}
