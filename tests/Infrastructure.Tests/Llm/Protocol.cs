using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace WaSaas.Infrastructure.Tests.Llm;

/// <summary>The rules of the chat completions protocol that real servers enforce.</summary>
internal static class Protocol
{
    private static readonly string[] KnownFields = ["model", "messages", "tools", "tool_choice", "max_completion_tokens", "stream", "stream_options", "prompt_cache_key"];

    public static IEnumerable<string> Violations(HttpRequest http, JsonElement request)
    {
        if (http.Method != "POST" || http.Path != "/tenant7/v1/chat/completions")
        {
            yield return $"wrong address: {http.Method} {http.Path}";
        }

        if (http.Headers.Authorization != $"Bearer {FakeProvider.Key}")
        {
            yield return "wrong bearer";
        }

        foreach (var field in request.EnumerateObject().Where(field => !KnownFields.Contains(field.Name)))
        {
            yield return $"unknown field: {field.Name}";
        }

        foreach (var violation in ToolViolations(request).Concat(MessageViolations(request.GetProperty("messages"))).Concat(PartViolations(request)))
        {
            yield return violation;
        }
    }

    private static IEnumerable<string> ToolViolations(JsonElement request)
    {
        if (request.TryGetProperty("tools", out var offered) != request.TryGetProperty("tool_choice", out _))
        {
            yield return "tools and the choice among them go together";
        }

        foreach (var tool in offered.ValueKind == JsonValueKind.Array ? offered.EnumerateArray() : [])
        {
            var function = tool.GetProperty("function");
            var parameters = function.GetProperty("parameters");
            var properties = parameters.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToHashSet();
            var wellFormed = tool.GetProperty("type").GetString() == "function"
                && function.GetProperty("name").GetString() is { Length: > 0 and <= 64 }
                && function.GetProperty("description").GetString() is { Length: > 0 }
                && parameters.GetProperty("type").GetString() == "object"
                && !parameters.GetProperty("additionalProperties").GetBoolean()
                && (!parameters.TryGetProperty("required", out var required) || required.EnumerateArray().All(name => properties.Contains(name.GetString()!)));
            if (!wellFormed)
            {
                yield return "a tool is not well formed";
            }
        }
    }

    /// <summary>Every call is answered before anybody else speaks, and nothing is answered that was not called.</summary>
    private static IEnumerable<string> MessageViolations(JsonElement messages)
    {
        var open = new HashSet<string>();
        foreach (var message in messages.EnumerateArray())
        {
            var role = message.GetProperty("role").GetString();
            if (role == "tool")
            {
                if (!open.Remove(message.GetProperty("tool_call_id").GetString()!))
                {
                    yield return "a tool message without its call";
                }

                continue;
            }

            if (open.Count > 0)
            {
                yield return "a call without its tool message";
            }

            foreach (var call in message.TryGetProperty("tool_calls", out var calls) ? calls.EnumerateArray() : [])
            {
                open.Add(call.GetProperty("id").GetString()!);
                using var arguments = JsonDocument.Parse(call.GetProperty("function").GetProperty("arguments").GetString()!);
            }
        }
    }

    public static bool HasPictures(JsonElement request) => Parts(request).Any(part => part.GetProperty("type").GetString() == "image_url");

    /// <summary>Only a user shows pictures, inline and as JPEG of a bearable size; other parts are words.</summary>
    private static IEnumerable<string> PartViolations(JsonElement request)
    {
        foreach (var part in Parts(request))
        {
            var isText = part.GetProperty("type").GetString() == "text" && part.GetProperty("text").GetString() is { Length: > 0 };
            if (!isText && !IsPicture(part))
            {
                yield return "a part is neither words nor a picture";
            }
        }

        if (request.GetProperty("messages").EnumerateArray().Any(message => message.GetProperty("role").GetString() is "system" or "tool" && message.GetProperty("content").ToString().Contains("image_url", StringComparison.Ordinal)))
        {
            yield return "a picture that no user shows";
        }
    }

    private static bool IsPicture(JsonElement part)
    {
        const string start = "data:image/jpeg;base64,";
        return part.GetProperty("type").GetString() == "image_url"
            && part.GetProperty("image_url").EnumerateObject().All(field => field.Name is "url" or "detail")
            && part.GetProperty("image_url").GetProperty("url").GetString() is { } url
            && url.StartsWith(start, StringComparison.Ordinal)
            && Convert.FromBase64String(url[start.Length..]) is { Length: > 0 and <= 1_000_000 };
    }

    private static IEnumerable<JsonElement> Parts(JsonElement request) => request.GetProperty("messages").EnumerateArray()
        .Where(message => message.GetProperty("role").GetString() == "user" && message.GetProperty("content").ValueKind == JsonValueKind.Array)
        .SelectMany(message => message.GetProperty("content").EnumerateArray());
}
