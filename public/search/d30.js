collateSearch("d30",[[2,"tags/funding/","funding"],[2,"tags/nvidia/","nvidia"],[2,"tags/openai/","openai"],[2,"tags/oracle/","oracle"],[2,"tags/softbank/","softbank"],[2,"tags/xai/","xai"]])
